import type { ActionSpec, ActionTable, ProcessDefinition } from './process.types';

type AnyDefinition = ProcessDefinition<string, ActionTable<string>>;

const STATE = /^[A-Z][A-Z0-9_]*$/;
const ACTION = /^[a-z][A-Za-z0-9]*$/;
const DOTTED = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;

/** Refuses a table that contradicts itself. A fault here is the programmer's: it throws Error when the module loads. */
export function validateProcess(definition: AnyDefinition): void {
  const faults = [
    ...stateFaults(definition),
    ...Object.entries(definition.actions).flatMap(([name, spec]) =>
      actionFaults(name, spec, definition.states),
    ),
  ];
  // Paths can only be followed once every name is known.
  if (faults.length === 0) faults.push(...pathFaults(definition));
  if (faults.length > 0) throw new Error(`Process ${definition.name}: ${faults.join('; ')}`);
}

/** The states that no action leads out of; an action that stays where it is leads nowhere. */
export function terminalStates<State extends string>(
  definition: ProcessDefinition<State, ActionTable<State>>,
): State[] {
  const left = Object.values(definition.actions).flatMap((spec) =>
    spec.from.filter((state) => state !== spec.to),
  );
  return definition.states.filter((state) => !left.includes(state));
}

function stateFaults({ states, initial, terminal = [] }: AnyDefinition): string[] {
  return [
    ...(states.length === 0 ? ['has no states'] : []),
    ...states.filter((state) => !STATE.test(state)).map((state) => `state ${state} is not UPPER_SNAKE`),
    ...duplicates(states).map((state) => `state ${state} is listed twice`),
    ...duplicates(terminal).map((state) => `terminal state ${state} is listed twice`),
    ...unknown([initial], states).map((state) => `initial state ${state} is unknown`),
    ...unknown(terminal, states).map((state) => `terminal state ${state} is unknown`),
  ];
}

function actionFaults(name: string, spec: ActionSpec<string>, states: readonly string[]): string[] {
  const faults = [
    ...(ACTION.test(name) ? [] : ['is not camelCase']),
    ...(spec.from.length === 0 ? ['starts nowhere'] : []),
    ...duplicates(spec.from).map((state) => `starts from ${state} twice`),
    ...unknown([...spec.from, spec.to], states).map((state) => `names the unknown state ${state}`),
    ...(DOTTED.test(spec.permission) ? [] : [`has a malformed permission “${spec.permission}”`]),
    ...(spec.emits === undefined || DOTTED.test(spec.emits)
      ? []
      : [`emits a malformed event “${spec.emits}”`]),
    ...(spec.label.trim() === '' ? ['has no label'] : []),
  ];
  return faults.map((fault) => `action ${name} ${fault}`);
}

function pathFaults(definition: AnyDefinition): string[] {
  const reached = reachable(definition);
  const ends = terminalStates(definition);
  const { terminal } = definition;
  return [
    ...definition.states
      .filter((state) => !reached.has(state))
      .map((state) => `state ${state} is unreachable`),
    ...(terminal ? unknown(terminal, ends).map((state) => `terminal state ${state} has a way out`) : []),
    ...(terminal
      ? unknown(ends, terminal).map((state) => `state ${state} has no way out but is not terminal`)
      : []),
  ];
}

function reachable({ initial, actions }: AnyDefinition): Set<string> {
  const reached = new Set([initial]);
  // A Set visits what is added while it is walked.
  for (const state of reached) {
    for (const spec of Object.values(actions)) if (spec.from.includes(state)) reached.add(spec.to);
  }
  return reached;
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

function unknown(values: readonly string[], known: readonly string[]): string[] {
  return [...new Set(values.filter((value) => !known.includes(value)))];
}
