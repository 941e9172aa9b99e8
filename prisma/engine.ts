/**
 * Prisma's schema engine without its binary: the WebAssembly build, loaded by hand, over the
 * PostgreSQL driver adapter. It keeps Prisma's own _prisma_migrations table.
 */
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

type Glue = typeof import("@prisma/schema-engine-wasm");
type Engine = Awaited<ReturnType<Glue["SchemaEngine"]["new"]>>;

const HERE = import.meta.dirname;
export const MIGRATIONS_DIR = path.join(HERE, "migrations");
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The data model as the engine takes it. */
export function schemaFiles(): { path: string; content: string }[] {
  const file = path.join(HERE, "schema.prisma");
  return [{ path: file, content: readFileSync(file, "utf8") }];
}

/** The names of the migrations in the folder, in order. */
export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS_DIR)
    .filter((name) => existsSync(path.join(MIGRATIONS_DIR, name, "migration.sql")))
    .sort();
}

/** Migrations as the engine takes them; every one in the folder unless names are given. */
export function migrationsList(
  names: readonly string[] = migrationNames(),
): Parameters<Engine["applyMigrations"]>[0]["migrationsList"] {
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(MIGRATIONS_DIR, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

let loaded = false;

async function load(): Promise<Glue> {
  const module = glue as unknown as Glue & { __wbg_set_wasm: (exports: unknown) => void };
  if (!loaded) {
    const file = createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
      .replace(/\.js$/, ".wasm");
    const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
    const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
    module.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    loaded = true;
  }
  return module;
}

/**
 * The adapter, mended in two places where the engine needs more of it than queries do.
 * It cuts a script at every semicolon, comments and function bodies included: PostgreSQL itself takes a
 * whole script, and runs it in one transaction, so that a migration is applied whole or not at all.
 * And it refuses the catalogue's type "char" (18), which the engine wants as a character: it goes through
 * as a time (1083), a type that the catalogue does not use, and is named rightly on the other side.
 */
function adapterFactory(pool: pg.Pool): PrismaPg {
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1083;
    return result;
  }) as typeof pool.query;
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => void (await pool.query(script));
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return factory;
}

/** Runs work with an engine connected to a database as its owner. */
export async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await load();
  const pool = new pg.Pool({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(pool));
  const datamodels = schemaFiles().map((file) => [file.path, file.content] as [string, string]);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
