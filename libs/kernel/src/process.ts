import { saysSomething } from './codes/meaning';
import { DomainError } from './errors';
import { toMermaid, toSqlCheck } from './process.render';
import type {
  ActContext,
  ActFacts,
  ActionSpec,
  ActionTable,
  Applied,
  ContextOf,
  ProcessDefinition,
  SubjectOf,
  Transition,
} from './process.types';
import { terminalStates, validateProcess } from './process.validate';

/** A lifecycle that works: built by {@link defineProcess}, immutable, without state of its own. */
export class Process<State extends string, Actions extends ActionTable<State>> {
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: State;
  /** States without a way out. */
  readonly terminal: readonly State[];
  readonly actions: Actions;
  /** The names of the actions, in the order of the table. */
  readonly actionNames: readonly (keyof Actions & string)[];
  /** Every permission the table asks for, distinct and sorted. */
  readonly permissions: readonly string[];
  private readonly specs: ReadonlyMap<string, ActionSpec<State>>;

  constructor(definition: ProcessDefinition<State, Actions>) {
    validateProcess(definition);
    this.name = definition.name;
    this.states = definition.states;
    this.initial = definition.initial;
    this.terminal = terminalStates(definition);
    this.actions = definition.actions;
    this.specs = new Map(Object.entries(definition.actions));
    this.actionNames = [...this.specs.keys()] as (keyof Actions & string)[];
    this.permissions = [...new Set([...this.specs.values()].map((spec) => spec.permission))].sort();
  }

  /**
   * Performs an act. Checks the state, then the reason, then the guards in order; permissions and jurisdiction are the
   * caller's, who knows the actor.
   * @throws DomainError `INVALID_TRANSITION` `{ process, action, from, allowed }` when the state does not allow it;
   *   `REASON_REQUIRED` `{ action }` when a reason must be given and says nothing; else the code of the guard that refuses
   */
  apply<Action extends keyof Actions & string>(
    state: State,
    action: Action,
    ...facts: ActFacts<SubjectOf<Actions>, ContextOf<Actions>>
  ): Applied<State, Actions, Action> {
    const spec = this.specs.get(action);
    if (!spec?.from.includes(state)) {
      const allowed = this.namesOf((other) => other.from.includes(state));
      throw new DomainError('INVALID_TRANSITION', { process: this.name, action, from: state, allowed });
    }
    const [subject, context] = facts as [unknown, ActContext | undefined];
    if (spec.reasonRequired && !saysSomething(context?.reason ?? ''))
      throw new DomainError('REASON_REQUIRED', { action });
    const refusal = refusalOf(spec, subject, context);
    if (refusal) throw new DomainError(refusal.code, refusal.details, refusal.fields);
    const { to, permission, label, emits, deadline, legalBasis } = spec;
    // The spec is the very table entry that the type of the answer is read from; the map only forgot which one.
    return { action, from: state, to, permission, label, emits, deadline, legalBasis } as unknown as Applied<
      State,
      Actions,
      Action
    >;
  }

  /**
   * The acts that somebody with these permissions may do now, in the order of the table. With the subject (and the
   * context, when guards read one) acts that a guard would refuse are left out. A missing reason does not count: it
   * is asked for when the act is done.
   */
  availableActions(
    state: State,
    permissions: ReadonlySet<string>,
    ...facts: [] | ActFacts<SubjectOf<Actions>, ContextOf<Actions>>
  ): (keyof Actions & string)[] {
    const [subject, context] = facts as [unknown, unknown];
    return this.namesOf(
      (spec) =>
        spec.from.includes(state) &&
        permissions.has(spec.permission) &&
        (facts.length === 0 || refusalOf(spec, subject, context) === null),
    );
  }

  /**
   * The state that a history leads to, starting from `initial`; the stored state must equal it.
   * @throws DomainError `BROKEN_HISTORY` `{ process, index, state }` at the first row that does not follow from the one before or
   *   that the table does not know
   */
  fold(transitions: Iterable<Transition<string, string>>): State {
    let state = this.initial;
    let index = 0;
    for (const { action, from, to } of transitions) {
      const spec = this.specs.get(action);
      if (!spec || from !== state || to !== spec.to || !spec.from.includes(state)) {
        throw new DomainError('BROKEN_HISTORY', { process: this.name, index, state });
      }
      state = spec.to;
      index += 1;
    }
    return state;
  }

  /** SQL condition for a CHECK constraint that admits the states only: `status IN ('DRAFT', 'SUBMITTED')`. */
  sqlCheck(column: string): string {
    return toSqlCheck(column, this.states);
  }

  /** Mermaid state diagram (`stateDiagram-v2`), for the module's README. */
  toMermaid(): string {
    return toMermaid(this);
  }

  private namesOf(condition: (spec: ActionSpec<State>) => boolean): (keyof Actions & string)[] {
    return [...this.specs].filter(([, spec]) => condition(spec)).map(([name]) => name);
  }
}

/**
 * Declares a lifecycle as one table, keyed by action: officials act, they do not set a status. States, actions, events,
 * subject and context are inferred from the table and its guards.
 * @throws Error at once when the table contradicts itself: unknown, duplicate or unreachable states, an action without
 *   a starting state, a `terminal` list that does not match
 */
export function defineProcess<const State extends string, const Actions extends ActionTable<NoInfer<State>>>(
  definition: ProcessDefinition<State, Actions>,
): Process<State, Actions> {
  return new Process(definition);
}

/** The states of a process, as a type: `StateOf<typeof filingProcess>`. */
export type StateOf<P> = P extends Process<infer State, infer _Actions> ? State : never;

/** The actions of a process, as a type. */
export type ActionOf<P> = P extends { readonly actions: infer Actions } ? keyof Actions & string : never;

function refusalOf(spec: ActionSpec<string>, subject: unknown, context: unknown) {
  for (const guard of spec.guards ?? []) {
    // ActFacts made the caller pass what the table's guards ask for; the single guard's type is gone at this point.
    const refusal = guard(subject as never, context as never);
    if (refusal) return refusal;
  }
  return null;
}
