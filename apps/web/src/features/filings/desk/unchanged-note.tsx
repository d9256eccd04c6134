import type { Noting } from './noting';

interface UnchangedNoteProps {
  readonly code: string;
  readonly noting?: Noting;
}

/** At a material: why nothing can be noted there in a later round. */
export function UnchangedNote({ code, noting }: UnchangedNoteProps) {
  if (!noting || !noting.narrowed || noting.mayNote(`/materials/${code}`)) return null;
  return <p className="muted">与上次提交的相同，上次也没有提出意见，不再批注。</p>;
}
