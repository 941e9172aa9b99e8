/** A report as a reader takes it in, in one language: the same blocks make the page on the screen and the PDF. */
export type TableColumn = {
  title: string;
  /** Width against the other columns'. */
  share: number;
  align?: "end";
};
export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "text"; text: string }
  /** Names and values, one pair a line. */
  | { kind: "facts"; rows: [label: string, value: string][] }
  | { kind: "table"; caption: string; columns: TableColumn[]; rows: string[][] };

export type ReportDocument = {
  title: string;
  language: "ja" | "en";
  /** Stands at the head of every printed page: whose it is, and of which day. */
  header: string;
  /** In the file's properties: who made it. */
  author: string;
  blocks: Block[];
};
