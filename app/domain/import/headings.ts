/**
 * The first row: English keys, Japanese headings and the template's "key／heading" all name a column. What names
 * none is refused, because data in it would be lost silently; what looks like a client's personal data is refused
 * with a word of its own, because clients never enter Sasae.
 */
import { FILES, type Column, type FileKey } from "./columns";
import { problemAt, type Problem } from "./problems";

/** For each cell of a row its column, or null for a cell without heading; and what is wrong with the headings. */
export type Headings = { columns: (Column | null)[]; problems: Problem[] };

/** Reads the first row of a file. */
export function readHeadings(file: FileKey, label: string, cells: readonly string[], row = 1): Headings {
  const spec = FILES[file];
  const place = { file: label, row };
  const only = cells.filter((cell) => cell.trim() !== "");
  const first = only[0] ?? "";
  if (only.length === 1 && /[\t;；]/.test(first)) {
    return { columns: [], problems: [problemAt({ ...place, value: first }, "separator")] };
  }
  const problems: Problem[] = [];
  const seen = new Set<Column>();
  const columns = cells.map((cell) => {
    if (fold(cell) === "") return null;
    const heading = cell.replace(/^\uFEFF/, "").trim();
    const column = columnOf(spec.columns, heading);
    const at = { ...place, column: heading.slice(0, 80), value: heading };
    if (!column) {
      const code = looksPrivate(heading) ? "column_private" : "column_unknown";
      problems.push(problemAt(at, code, { allowed: spec.columns.map(({ key }) => key).join(", ") }));
      return null;
    }
    if (seen.has(column)) problems.push(problemAt(at, "column_twice"));
    seen.add(column);
    return column;
  });
  for (const column of spec.columns) {
    if (column.required && !seen.has(column)) {
      problems.push(
        problemAt({ ...place, column: column.key }, "column_missing", { heading: column.ja[0] ?? column.key }),
      );
    }
  }
  return { columns, problems };
}

/** The template's heading of a column, in both languages. */
export function templateHeading(column: Column): string {
  return `${column.key}／${column.ja[0]}`;
}

function columnOf(columns: readonly Column[], heading: string): Column | undefined {
  const names = [heading, ...heading.normalize("NFKC").split(/[/\n]/)].map(fold).filter(Boolean);
  return columns.find((column) => [column.key, ...column.ja].some((name) => names.includes(fold(name))));
}

/** Without case, width, blanks, underscores, hyphens and marks of emphasis. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-*※"'\uFEFF\u200B]/g, "");
}

const PRIVATE = [
  /氏名|名前|姓名|お名|フリガナ|ふりがな|カナ|かな名|相談者|利用者|本人|世帯主|家族名/,
  /住所|所在地|番地|郵便|〒|町名|建物/,
  /電話|携帯|連絡先|ファックス|メール|ライン/,
  /生年月日|誕生|生まれ|年齢|性別/,
  /マイナンバー|個人番号|保険証|受給者番号|基礎年金/,
  /name$|^name|kana$|client|customer|surname|patient/,
  /address|postal|postcode|zipcode|^zip/,
  /phone|mobile|^tel|tel$|fax|email|mail$|contact/,
  /birth|^dob|dob$|^age$|gender|^sex$/,
  /mynumber|individualnumber|passport/,
];
const PRIVATE_WORDS = new Set(["姓", "名", "性", "zip", "addr", "line", "セイ", "メイ"]);

/** Whether a heading looks like a client's name, address, telephone, birth date or the like. */
export function looksPrivate(heading: string): boolean {
  const folded = fold(heading);
  return PRIVATE_WORDS.has(folded) || PRIVATE.some((pattern) => pattern.test(folded));
}
