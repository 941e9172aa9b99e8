/** The page of a list that an address asks for with ?page; 1 where it asks for none that could be. */
export function wishedPage(params: URLSearchParams): number {
  const page = Number(params.get("page"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
