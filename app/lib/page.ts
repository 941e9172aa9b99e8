/** The page of a list that an address asks for with ?page; 1 where it asks for none that could be. */
export function wishedPage(params: URLSearchParams): number {
  const page = Number(params.get("page"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** Where a list of so many rows is shown: the page wished for or the nearest there is, how many there are, and the rows before it. */
export function pageWithin(
  total: number,
  wished: number,
  size: number,
): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, wished), pages);
  return { page, pages, offset: (page - 1) * size };
}

/** Rows on a page where a list says nothing else. */
const ROWS_PER_PAGE = 25;

/** The rows of a page; a page beyond the last shows the last. */
export function pageOf<Row>(
  rows: readonly Row[],
  wished: number,
  size = ROWS_PER_PAGE,
): { rows: Row[]; page: number; pages: number; total: number } {
  const { page, pages, offset } = pageWithin(rows.length, wished, size);
  return { rows: rows.slice(offset, offset + size), page, pages, total: rows.length };
}
