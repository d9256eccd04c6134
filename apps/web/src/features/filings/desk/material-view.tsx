import { useRef } from 'react';
import { Panel } from '../../../shared/ui/panel';
import type { ChangedMaterial } from '../changes';
import { firstToOpen } from '../materials';
import type { Filing } from '../queries';
import { MaterialChooser } from './material-chooser';
import { MaterialList } from './material-list';
import type { Noting } from './noting';
import { ShownMaterial } from './shown-material';

interface MaterialViewProps {
  readonly filing: Filing;
  /** What is new since the last submission; undefined until it is known. */
  readonly changed: readonly ChangedMaterial[] | undefined;
  /** The one that somebody has chosen. */
  readonly opened: string | undefined;
  readonly onOpen: (code: string) => void;
  /** Whether it stands beside the form. */
  readonly wide: boolean;
  readonly noting?: Noting;
}

/**
 * The materials, one of them shown in place: beside the form one at a time, below it in a list. What has come with a
 * second submission lies open by itself, so nothing is opened before that is known.
 */
export function MaterialView(props: MaterialViewProps) {
  const { filing, changed, wide, opened, onOpen, noting } = props;
  const listed = filing.materials.filter(
    ({ required, uploaded, commitment }) => required || uploaded || commitment !== null,
  );
  const view = useRef<HTMLDivElement>(null);
  if (changed === undefined) return <Panel title="材料">{null}</Panel>;
  const code = opened ?? firstToOpen(listed, changed);
  const chosen = listed.find((material) => material.code === code);
  const change = changed.find((each) => each.code === code);
  const common = { filing, materials: listed, code, ...(noting ? { noting } : {}) };
  return (
    <div className="desk-materials">
      <Panel title="材料">
        {wide ? (
          <MaterialChooser {...common} changed={changed} onChoose={onOpen} />
        ) : (
          <MaterialList
            {...common}
            onChoose={(wanted) => {
              onOpen(wanted);
              view.current?.scrollIntoView({ block: 'nearest' });
            }}
          />
        )}
        <div ref={view} className="material-shown">
          {chosen && (
            <ShownMaterial
              key={chosen.code}
              filing={filing}
              material={chosen}
              {...(change ? { change } : {})}
            />
          )}
        </div>
      </Panel>
    </div>
  );
}
