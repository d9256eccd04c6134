import type { Deadline } from './deadline';
import type { FieldError } from './errors';

/** Why a guard refuses: a code of the error catalogue and the facts behind it. */
export interface GuardRefusal {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Each field that is wrong, when the refusal is about what was filled in. */
  readonly fields?: readonly FieldError[];
}

/** A condition beyond the state: `null` lets pass. Pure; annotate the parameters, the process takes its types from them. */
export type Guard<Subject, Context> = (subject: Subject, context: Context) => GuardRefusal | null;

/** Any guard: `never` because parameters are contravariant, so that every annotated guard fits. */
type AnyGuard = Guard<never, never>;

/** One act of an official or an operator, one row of the table. */
export interface ActionSpec<State extends string> {
  /** States in which the act is allowed. */
  readonly from: readonly State[];
  /** State afterwards; may be among `from`. */
  readonly to: State;
  /** Permission the actor needs, such as `filing.accept`. */
  readonly permission: string;
  /** Chinese text of the button and of the history line. */
  readonly label: string;
  /** Conditions on the subject, asked in order; the first refusal counts. */
  readonly guards?: readonly AnyGuard[];
  /** Statutory term that starts with the act. */
  readonly deadline?: Deadline;
  /** Event published with the act, past tense, such as `filing.accepted`. */
  readonly emits?: string;
  /** The act needs a written reason (说明理由). */
  readonly reasonRequired?: boolean;
  /** Article that allows the act, in Chinese citation form. */
  readonly legalBasis?: string;
}

export type ActionTable<State extends string> = Readonly<Record<string, ActionSpec<State>>>;

/** A lifecycle: one table, keyed by action. */
export interface ProcessDefinition<State extends string, Actions extends ActionTable<State>> {
  /** Name in kebab-case, for messages and the diagram. */
  readonly name: string;
  readonly states: readonly State[];
  /** State of a fresh subject. */
  readonly initial: State;
  /** When given, must name exactly the states without a way out: a guard against a forgotten action. */
  readonly terminal?: readonly State[];
  readonly actions: Actions;
}

/** A row of the history. */
export interface Transition<State extends string, Action extends string> {
  readonly action: Action;
  readonly from: State;
  readonly to: State;
}

type GuardsOf<Actions> = Actions[keyof Actions] extends infer Spec
  ? Spec extends { readonly guards: readonly (infer G)[] }
    ? G
    : never
  : never;

/** What all guards of the table together ask of an argument; `unknown` when there is no guard. */
type Demand<Union> = (Union extends unknown ? (demand: Union) => void : never) extends (
  demand: infer All,
) => void
  ? All
  : never;

type Boxed<G, Index extends 0 | 1> = G extends (...args: infer Args) => unknown
  ? Args extends { readonly [I in Index]: infer Arg }
    ? { readonly box: Arg }
    : never
  : never;

type Unboxed<Box> = [Box] extends [never]
  ? unknown
  : Demand<Box> extends { readonly box: infer All }
    ? All
    : never;

/** The subject that the guards of the table look at: the intersection of their first parameters. */
export type SubjectOf<Actions> = Unboxed<Boxed<GuardsOf<Actions>, 0>>;

/** The context that the guards of the table look at: the intersection of their second parameters. */
export type ContextOf<Actions> = Unboxed<Boxed<GuardsOf<Actions>, 1>>;

/** What an act may bring along besides the guards' context. */
export interface ActContext {
  /** Written reason; required by actions with `reasonRequired`. */
  readonly reason?: string;
}

/** Subject and context of an act; what no guard asks for may be left out. */
export type ActFacts<Subject, Context> = unknown extends Context
  ? unknown extends Subject
    ? [subject?: Subject, context?: ActContext]
    : [subject: Subject, context?: ActContext]
  : [subject: Subject, context: Context & ActContext];

/** The outcome of an act: the row to write, and what the table says about it. */
export type Applied<
  State extends string,
  Actions extends ActionTable<State>,
  Action extends keyof Actions & string,
> = Transition<State, Action> & {
  readonly to: Actions[Action]['to'];
  readonly permission: string;
  readonly label: string;
  readonly emits: Actions[Action] extends { readonly emits: infer Event } ? Event : undefined;
  readonly deadline: Actions[Action] extends { readonly deadline: Deadline } ? Deadline : undefined;
  readonly legalBasis: string | undefined;
};
