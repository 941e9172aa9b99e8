/** Which route answers an address, by its pattern: logs and metrics tell that, and never the address itself. */
import type { ServerBuild } from "@remix-run/node";

type Route = { id: string; parentId?: string; path?: string; index?: boolean };
export type Routes = Readonly<Record<string, Route | undefined>>;

/** What is told of an address that no route answers. */
export const UNKNOWN_ROUTE = "unknown";

/**
 * Of these no request is logged, counted or timed: who answers a survey must not be told from when. The page itself, the box that
 * takes the answers, and the signing of what the browser has blinded.
 */
export const QUIET_ROUTES: ReadonlySet<string> = new Set([
  "/ballot",
  "/survey/:campaignId",
  "/me/surveys/:campaignId/token",
]);

/** Gives the pattern of the route that answers a path, by the server's build as it is at the moment. */
export function routePatterns(
  build: ServerBuild | (() => Promise<ServerBuild>),
): (pathname: string) => Promise<string> {
  const known = new WeakMap<object, (pathname: string) => string>();
  return async (pathname) => {
    const { routes } = typeof build === "function" ? await build() : build;
    const match = known.get(routes) ?? matcher(routes as Routes);
    known.set(routes, match);
    return match(pathname);
  };
}

/** The same for given routes. Reads a path as the router does: whatever its case, with or without a slash at the end. */
export function matcher(routes: Routes): (pathname: string) => string {
  const patterns = Object.values(routes)
    .flatMap((route) => (route && (route.index || route.path) ? [patternOf(route, routes)] : []))
    .map((pattern) => ({ pattern, expression: expressionOf(pattern), weight: weightOf(pattern) }))
    .sort((a, b) => b.weight - a.weight);
  return (pathname) => {
    const path = pageOf(pathname);
    return patterns.find(({ expression }) => expression.test(path))?.pattern ?? UNKNOWN_ROUTE;
  };
}

function patternOf(route: Route, routes: Routes): string {
  const parts: string[] = [];
  for (let at: Route | undefined = route; at; at = at.parentId === undefined ? undefined : routes[at.parentId])
    if (at.path) parts.unshift(at.path);
  return `/${parts.join("/")}`;
}

function expressionOf(pattern: string): RegExp {
  const parts = pattern.split("/").map((part) => {
    if (part === "*") return ".*";
    return part.startsWith(":") ? "[^/]+" : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}/?$`, "i");
}

/** A route that names more of a path goes before one that takes anything. */
function weightOf(pattern: string): number {
  const parts = pattern.split("/");
  return parts.reduce((sum, part) => sum + (part === "*" ? -2 : part.startsWith(":") ? 3 : 10), parts.length);
}

/** The page that a request for data is about. */
function pageOf(pathname: string): string {
  const path = pathname.replace(/\/_root\.data$|\.data$/i, "") || "/";
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
