import { Button } from 'antd';
import { useId } from 'react';
import { idOfPlace } from '../../../shared/form/places-on-page';
import { MATERIAL_CHANGES, type ChangedMaterial } from '../changes';
import type { Material } from '../queries';
import { NotUploaded } from '../commitments/not-uploaded';
import { SameFileNote } from '../same-file-note';
import type { MaterialChoiceProps } from './material-list';
import type { Noting } from './noting';
import { NoteField } from './note-field';
import { UnchangedNote } from './unchanged-note';

interface MaterialChooserProps extends MaterialChoiceProps {
  readonly changed: readonly ChangedMaterial[];
}

/**
 * One material at a time, in one line above the document: chosen from the list, by its arrow keys, or one after the other.
 * The browser's own list, for it is the one whose arrow keys change the material without opening anything.
 */
export function MaterialChooser(props: MaterialChooserProps) {
  const { filing, materials, code, onChoose, changed, noting } = props;
  const id = useId();
  const index = materials.findIndex((material) => material.code === code);
  const chosen = materials[index];
  const step = (by: 1 | -1) => {
    const next = materials[index + by];
    return { disabled: next === undefined, onClick: () => next && onChoose(next.code) };
  };
  return (
    <>
      <div id={idOfPlace(`/materials/${code ?? ''}`)} className="material-chooser no-print">
        <label htmlFor={id} className="visually-hidden">
          正在查看的材料
        </label>
        <select id={id} value={code} onChange={(event) => onChoose(event.target.value)}>
          {materials.map((material, i) => (
            <option key={material.code} value={material.code}>
              {`${i + 1}/${materials.length} ${material.name}${stateOf(material, changed, noting)}`}
            </option>
          ))}
        </select>
        <Button {...step(-1)}>上一份</Button>
        <Button {...step(1)}>下一份</Button>
      </div>
      {chosen && (
        <div className="material-of-choice" key={chosen.code}>
          {!chosen.uploaded && <NotUploaded material={chosen} />}
          <SameFileNote material={chosen} materials={filing.materials} />
          <UnchangedNote code={chosen.code} {...(noting ? { noting } : {})} />
          {noting && <NoteField place={chosen.name} pointer={`/materials/${chosen.code}`} noting={noting} />}
        </div>
      )}
    </>
  );
}

/** What is seen of a material before it is chosen. */
function stateOf(
  { code, uploaded, commitment }: Material,
  changed: readonly ChangedMaterial[],
  noting: Noting | undefined,
): string {
  const change = changed.find((each) => each.code === code);
  const words = [
    ...(uploaded ? [] : [commitment === null ? '没有上传' : '以告知承诺代替']),
    ...(change ? [MATERIAL_CHANGES[change.change]] : []),
    ...(noting?.remarks.some(({ pointer }) => pointer === `/materials/${code}`) ? ['已批注'] : []),
  ];
  return words.length === 0 ? '' : `（${words.join('，')}）`;
}
