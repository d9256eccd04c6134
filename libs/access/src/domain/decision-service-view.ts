import type { DecisionService } from './decision-service';

/** A record as it is read: by officials with who took it and who entered it, by the party without. */
export type ShownDecisionService = Omit<DecisionService, 'enteredBy'> & {
  readonly enteredByName: string | null;
};

/** Who has entered something; the system is nobody. */
export const enterersOf = (services: readonly DecisionService[]): string[] =>
  services.flatMap(({ enteredBy }) => (enteredBy === null ? [] : [enteredBy]));

/** @param names of those who entered; undefined for the party */
export function shownServices(
  services: readonly DecisionService[],
  names: ReadonlyMap<string, string> | undefined,
): ShownDecisionService[] {
  return services.map(({ enteredBy, serviceNote, ...record }) => ({
    ...record,
    serviceNote: names === undefined ? null : serviceNote,
    enteredByName: enteredBy === null ? null : (names?.get(enteredBy) ?? null),
  }));
}
