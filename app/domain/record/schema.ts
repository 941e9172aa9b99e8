import { z } from "zod";

const year = z.coerce.number().int().min(1990).max(2200).optional().catch(undefined);

/** The fiscal years that an address asks for (?from=2024&to=2026); nonsense is no wish. */
export function wishedYears(params: URLSearchParams): { from?: number; to?: number } {
  const [from, to] = ["from", "to"].map((name) => year.parse(params.get(name) || undefined));
  return { from, to };
}

const file = z.object({
  format: z.enum(["pdf", "xlsx", "csv", "csv-cp932"]).catch("pdf"),
  lang: z.enum(["ja", "en"]).catch("ja"),
});

/** Which file an address asks for. Japanese is the language of the record; English is a PDF's second choice alone. */
export function wishedFile(params: URLSearchParams): { format: z.infer<typeof file>["format"]; locale: "ja" | "en" } {
  const { format, lang } = file.parse(Object.fromEntries(params));
  return { format, locale: format === "pdf" ? lang : "ja" };
}

const SEAL = /^[0-9a-f]{64}$/;

/** What is done on the page of transfers: a consent names what was shown. */
export const transferForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("carry"),
    from: z.uuid(),
    seal: z.string().regex(SEAL),
    consent: z.literal("1").optional(),
  }),
  z.object({ intent: z.literal("withdraw"), transferId: z.uuid() }),
]);
