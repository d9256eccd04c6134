/**
 * What takes long, however small the file: pages in a browser, processes killed and started anew, tables filled with
 * many rows, input invented for every form. A size says this of the others.
 */
const LONG = [
  '/test/browser/',
  '/test/faults/',
  '/test/journeys/',
  '-index.int.spec.ts',
  '/demo-registration.int.spec.ts',
  '/odd-input.spec.ts',
];

/** The order in which jest begins the files of a run: the long ones first, so that no worker is left alone at the end. */
export default class LongFirstSequencer {
  sort(tests) {
    const sizes = new Map(tests.map(({ path, context }) => [path, context.hasteFS.getSize(path) ?? 0]));
    return tests.toSorted((a, b) => rankOf(a) - rankOf(b) || sizes.get(b.path) - sizes.get(a.path));
  }

  /** Jest would keep how long each took; the order is to be the same everywhere. */
  cacheResults() {}
}

function rankOf({ path }) {
  const at = LONG.findIndex((part) => path.includes(part));
  return at < 0 ? LONG.length : at;
}
