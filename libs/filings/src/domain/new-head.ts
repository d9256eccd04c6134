import { fillIn, type Application, type ApplicationInput } from './application';

/**
 * Another name is another person: the number and the phone of the one before do not become theirs by silence. They are asked
 * for again, also where only the name is put right; with the name that was known they come back.
 *
 * @param base what the head was taken over from: the register, or an earlier filing; null where all was typed for this one
 */
export function withNewHead(
  base: Application | null,
  current: Application,
  input: ApplicationInput,
): Application {
  const next = fillIn(input, current);
  const [was, now] = [current.legalRepresentative, next.legalRepresentative];
  if (base === null || now.name === was.name) return next;
  const said = input.legalRepresentative ?? {};
  const registered = base.legalRepresentative;
  const isBack = now.name === registered.name;
  return {
    ...next,
    legalRepresentative: {
      name: now.name,
      residentId: said.residentId === undefined ? (isBack ? registered.residentId : null) : now.residentId,
      phone: said.phone === undefined ? (isBack ? registered.phone : null) : now.phone,
    },
  };
}
