import type { PageDefinition } from './page-definition';

/** `filings` is within `/filings/0193…`; the first page only within itself. */
export function isWithin(pathname: string, path: string): boolean {
  if (path === '') return pathname === '/';
  return pathname === `/${path}` || pathname.startsWith(`/${path}/`);
}

/** The entry of the navigation to which the address belongs: the longest of several. */
export function currentPage(pages: readonly PageDefinition[], pathname: string): PageDefinition | undefined {
  return pages
    .filter(({ path }) => isWithin(pathname, path))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}
