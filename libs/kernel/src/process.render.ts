import type { ActionTable, ProcessDefinition } from './process.types';

type Renderable = ProcessDefinition<string, ActionTable<string>> & { readonly terminal: readonly string[] };

/** State names are validated UPPER_SNAKE, so quoting them is safe; the column is checked here. */
export function toSqlCheck(column: string, states: readonly string[]): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(column)) throw new RangeError(`not a column name: ${column}`);
  return `${column} IN (${states.map((state) => `'${state}'`).join(', ')})`;
}

/** One line per action and starting state, in the order of the table, so that the diagram changes only with it. */
export function toMermaid(process: Renderable): string {
  const edges = Object.values(process.actions).flatMap(({ from, to, label }) =>
    // A colon would end the label early, a line break would end the line.
    from.map((state) => `    ${state} --> ${to}: ${label.replace(/[:;\s]+/g, ' ')}`),
  );
  const ends = process.terminal.map((state) => `    ${state} --> [*]`);
  return ['stateDiagram-v2', `    [*] --> ${process.initial}`, ...edges, ...ends, ''].join('\n');
}
