import { idOfPlace } from '../../../shared/form/places-on-page';
import { NotUploaded } from '../commitments/not-uploaded';
import type { Filing, Material } from '../queries';
import { SameFileNote } from '../same-file-note';
import type { Noting } from './noting';
import { NoteField } from './note-field';
import { UnchangedNote } from './unchanged-note';

export interface MaterialChoiceProps {
  readonly filing: Filing;
  /** Those that are asked for, or were handed in. */
  readonly materials: readonly Material[];
  readonly code: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly noting?: Noting;
}

/** All materials one below the other, where there is no room beside the form. */
export function MaterialList({ materials, code, onChoose, noting }: MaterialChoiceProps) {
  return (
    <ul className="material-tabs">
      {materials.map((material) => (
        <li key={material.code} id={idOfPlace(`/materials/${material.code}`)}>
          <button
            type="button"
            aria-pressed={material.code === code}
            disabled={!material.uploaded}
            onClick={() => onChoose(material.code)}
          >
            {material.name}
          </button>{' '}
          {!material.uploaded && <NotUploaded material={material} />}
          <SameFileNote material={material} materials={materials} once />
          <UnchangedNote code={material.code} {...(noting ? { noting } : {})} />
          {noting && (
            <NoteField place={material.name} pointer={`/materials/${material.code}`} noting={noting} />
          )}
        </li>
      ))}
    </ul>
  );
}
