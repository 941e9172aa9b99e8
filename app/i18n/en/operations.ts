import type ja from "../ja/operations";
import type { Translated } from "../shape";

export default {
  demo: {
    notEmpty: "The database already holds data. The demo goes into an empty database only. Nothing was written.",
    records: "Making and writing the demo's records…",
    flags: "Evaluating the flags of the last months…",
    done: "The demo is loaded: {{rows}} rows, {{flags}} open flags ({{seconds}} s)",
    role: "Role",
    email: "E-mail",
    password: "Password",
    look: "What to look at",
    warning: "The demo's password is public. Never use the demo where real data is kept.",
  },
  backup: {
    usage: "Usage: npm run cli -- backup FILE (for example backup.sasae.gz)",
    exists: "{{file}} already exists and is not overwritten. Give another name.",
    done: "Saved to {{file}}: {{tables}} tables, {{rows}} rows",
    table: "  {{table}}: {{rows}} rows",
  },
  restore: {
    usage: "Usage: npm run cli -- restore FILE",
    missing: "{{file}} was not found or cannot be read.",
    notBackup: "{{file}} is not a Sasae backup. Nothing was written.",
    damaged: "{{file}} is damaged or cut short (its checksum does not match). Nothing was written.",
    newer:
      "{{file}} was made by a newer version than this program ({{migrations}}). Update the program. Nothing was written.",
    otherVersion:
      "The database has another version than the backup (backup: {{backup}}, database: {{database}}). Restore into a new database that nothing was set up in yet (or a new SASAE_DATA_DIR). Nothing was written.",
    notEmpty: "The database already holds data. A backup is restored into an empty database only. Nothing was written.",
    rowCounts: "The rows of {{table}} do not add up (backup: {{expected}}, restored: {{actual}}). Nothing was written.",
    done: "Restored: {{tables}} tables, {{rows}} rows (backup of {{createdAt}})",
  },
  bench: {
    running: "Measuring: {{name}}",
    measure: "Measure",
    seconds: "s",
    rowsPerSecond: "rows/s",
    peakMemory: "peak MB",
    statements: "SQL statements",
    ratio: "ratio",
    workers: " ({{workers}} workers)",
    measures: {
      generate: "Making the data",
      import: "Import (check, match, write)",
      lowerBound: "The same rows inserted without checks",
      importRatio: "Import ÷ insert without checks",
      byHand: "The same counts by one hand-written SQL statement",
      evaluate: "Evaluation (facts and rules)",
      evaluateAndSave: "Evaluation that records new flags",
      evaluateAgain: "Evaluation of the same day again",
      growth: "Growth of the evaluation's time",
      kpi: "All indicators of a contract",
    },
    times: " (for {{workers}} times the workers)",
  },
} satisfies Translated<typeof ja>;
