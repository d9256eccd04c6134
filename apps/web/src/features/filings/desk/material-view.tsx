import { useRef, useState } from 'react';
import { Panel } from '../../../shared/ui/panel';
import type { ChangedMaterial } from '../changes';
import type { Filing } from '../queries';
import { MaterialChooser } from './material-chooser';
import { MaterialList } from './material-list';
import type { Noting } from './noting';
import { ShownMaterial } from './shown-material';

interface MaterialViewProps {
  readonly filing: Filing;
  /** What is new since the last submission. */
  readonly changed: readonly ChangedMaterial[];
  /** Whether it stands beside the form. */
  readonly wide: boolean;
  readonly noting?: Noting;
}

/** The materials, the chosen one shown in place: beside the form one at a time, below it in a list. */
export function MaterialView({ filing, changed, wide, noting }: MaterialViewProps) {
  const listed = filing.materials.filter(({ required, uploaded }) => required || uploaded);
  const [code, choose] = useState(() => (listed.find(({ uploaded }) => uploaded) ?? listed[0])?.code);
  const view = useRef<HTMLDivElement>(null);
  const chosen = listed.find((material) => material.code === code);
  const change = changed.find((each) => each.code === code);
  const common = { filing, materials: listed, code, ...(noting ? { noting } : {}) };
  return (
    <div className="desk-materials">
      <Panel title="材料">
        {wide ? (
          <MaterialChooser {...common} changed={changed} onChoose={choose} />
        ) : (
          <MaterialList
            {...common}
            onChoose={(wanted) => {
              choose(wanted);
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
