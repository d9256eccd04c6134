import type { Query } from '../http/page-context';

/** What the guide was asked for, as its forms keep it: the county and what is held decide between 备案 and 许可. */
export function askedOf({ district, held }: Query): Query {
  return {
    ...(district === undefined ? {} : { district }),
    ...(held === undefined ? {} : { held }),
  };
}

/** Of a file, which has no 长辈版. */
export function withAsked(path: string, query: Query): string {
  const asked = new URLSearchParams(
    Object.entries(askedOf(query)).map(([name, value]) => [name, value ?? '']),
  );
  return asked.size === 0 ? path : `${path}?${asked}`;
}
