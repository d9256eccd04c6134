import type { Material } from './queries';

/** The materials in the order in which they are asked for: what must be handed in, then what may be. */
export function inOrder<M extends Pick<Material, 'required'>>(materials: readonly M[]): M[] {
  return [...materials.filter(({ required }) => required), ...materials.filter(({ required }) => !required)];
}

interface Handed extends Pick<Material, 'code' | 'name'> {
  readonly file: Pick<NonNullable<Material['file']>, 'sm3'> | null;
}

/**
 * Names of the other materials for which the very same file was handed in. Nothing forbids it, one paper may prove two
 * things; a slip of the hand looks the same, so it is said to the applicant and to the authority.
 */
export function sameFileElsewhere({ code, file }: Handed, materials: readonly Handed[]): string[] {
  if (file === null) return [];
  return materials
    .filter((other) => other.code !== code && other.file?.sm3 === file.sm3)
    .map(({ name }) => name);
}
