import { idOfPlace } from '../../../shared/form/places-on-page';
import { Panel } from '../../../shared/ui/panel';
import { TAKEOVER, TAKEOVER_LABEL } from '../form/steps';
import type { Filing } from '../queries';
import { statementInWords } from '../takeover/words';
import type { Noting } from './noting';
import { NoteField } from './note-field';

interface TakeoverNotingProps {
  readonly filing: Filing;
  readonly noting?: Noting;
}

/** What the applicant said of what stands in the register, among what may be noted; what stands there is told above. */
export function TakeoverNoting({ filing: { takeover }, noting }: TakeoverNotingProps) {
  if (takeover?.remarkable !== true || noting === undefined) return null;
  return (
    <Panel title="申请人的说明">
      <div id={idOfPlace(TAKEOVER)} tabIndex={-1}>
        <p className="typed-lines">
          {TAKEOVER_LABEL}：{statementInWords(takeover.statement)}
        </p>
        <NoteField place={TAKEOVER_LABEL} pointer={TAKEOVER} noting={noting} />
      </div>
    </Panel>
  );
}
