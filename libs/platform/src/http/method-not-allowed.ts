import type { FastifyInstance } from 'fastify';

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
}

/**
 * Notes every route as it is registered.
 * @returns the methods that a path takes; none for a path that does not exist
 */
export function collectRoutes(server: FastifyInstance): (path: string) => readonly string[] {
  const routes: Route[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    const segments = segmentsOf(url);
    // The route for whatever nobody else serves says nothing about any path.
    if (segments[0] === '*') return;
    for (const each of [method].flat()) routes.push({ method: each, segments });
  });
  return (path) => {
    const asked = segmentsOf(path);
    const methods = routes.filter(({ segments }) => matches(segments, asked)).map(({ method }) => method);
    return [...new Set(methods)].sort();
  };
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const wild = pattern.indexOf('*');
  if (wild < 0 ? pattern.length !== path.length : path.length < wild) return false;
  return pattern
    .slice(0, wild < 0 ? undefined : wild)
    .every((segment, index) => segment.startsWith(':') || segment === path[index]);
}
