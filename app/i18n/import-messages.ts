/** The sentences for an import's problems and notices. */
import type { TFunction } from "i18next";

import { NOTICE_CODES, type Notice, type NoticeCode, type Problem } from "../domain/import/problems";

type Message = Problem | Notice;

/** What is wrong and what would be right. */
export function messageText(message: Message, t: TFunction): string {
  const params = { value: message.value ?? "", ...message.params };
  const { code } = message;
  return isNotice(code) ? t(`import.notice.${code}`, params) : t(`import.problem.${code}`, params);
}

function isNotice(code: Message["code"]): code is NoticeCode {
  return NOTICE_CODES.some((notice) => notice === code);
}

/** Where it is, as the beginning of a line: file, row, column and value, as far as there are any. */
export function placeText({ file, row, column, value }: Message, t: TFunction): string {
  if (file === null) return "";
  if (row === null) return t("import.place.file", { file });
  if (column === null) return t("import.place.row", { file, row });
  return value
    ? t("import.place.value", { file, row, column, value })
    : t("import.place.column", { file, row, column });
}
