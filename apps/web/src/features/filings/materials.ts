import type { Material } from './queries';

/** The materials in the order in which they are asked for: what must be handed in, then what may be. */
export function inOrder<M extends Pick<Material, 'required'>>(materials: readonly M[]): M[] {
  return [...materials.filter(({ required }) => required), ...materials.filter(({ required }) => !required)];
}

/** What must still be uploaded or promised (告知承诺). */
export function isLacking({
  required,
  uploaded,
  commitment,
}: Pick<Material, 'required' | 'uploaded' | 'commitment'>): boolean {
  return required && !uploaded && commitment === null;
}

/** Code of the material that a pointer speaks of; undefined for a field. */
export function materialAt(pointer: string): string | undefined {
  return /^\/materials\/(.+)$/.exec(pointer)?.[1];
}

/**
 * The material that lies open when the desk is opened: the first for which another file has come since the last
 * submission, else the first that was handed in.
 */
export function firstToOpen(
  listed: readonly Pick<Material, 'code' | 'uploaded'>[],
  changed: readonly { readonly code: string }[],
): string | undefined {
  const handed = listed.filter(({ uploaded }) => uploaded);
  const fresh = handed.find(({ code }) => changed.some((each) => each.code === code));
  return (fresh ?? handed[0] ?? listed[0])?.code;
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

/** The same, said once: at the first of those that share the file as they are listed. */
export function sameFileLater(material: Handed, materials: readonly Handed[]): string[] {
  const first = materials.find(({ file }) => file !== null && file.sm3 === material.file?.sm3);
  return first?.code === material.code ? sameFileElsewhere(material, materials) : [];
}
