import { Process } from '@zhaoguan/kernel';
import { productSources } from './sources';

export interface Exported {
  readonly name: string;
  readonly value: unknown;
  readonly path: string;
}

/** What the pure parts of the libraries export: catalogues of the contracts, labels and processes of the modules. */
export function pureExports(): Exported[] {
  const files = productSources(['libs']).filter(({ path }) =>
    /^libs\/(contracts\/src\/(?!reference\/)|[^/]+\/src\/domain\/)/.test(path),
  );
  const seen = new Set<unknown>();
  return files
    .filter(({ path }) => !path.endsWith('/index.ts'))
    .flatMap(({ path }) =>
      Object.entries(jest.requireActual<Record<string, unknown>>(`../../../${path}`)).map(
        ([name, value]) => ({
          name,
          value,
          path,
        }),
      ),
    )
    .filter(({ value }) => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return false;
      seen.add(value);
      return true;
    });
}

type AnyProcess = Process<string, Record<string, never>>;

export function processes(): { readonly process: AnyProcess; readonly path: string }[] {
  return pureExports()
    .filter(({ value }) => value instanceof Process)
    .map(({ value, path }) => ({ process: value as AnyProcess, path }));
}
