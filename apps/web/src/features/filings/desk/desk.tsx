import { useWide } from '../../../shared/ui/use-narrow';
import { useChangesShown } from '../changes';
import type { Filing, FilingForm } from '../queries';
import { ApplicationView } from './application-view';
import { useHeldByAnother } from '../assignment/queries';
import { TakeOverBar } from '../assignment/take-over-bar';
import { DecisionBar } from './decision-bar';
import { useDecides } from './use-decides';
import { MaterialView } from './material-view';
import { TakeoverNoting } from './takeover-noting';
import { mayBeRemarked } from './may-be-remarked';
import { useUnsentRemarks } from './use-unsent-remarks';
import './desk.css';

interface DeskProps {
  readonly filing: Filing;
  readonly form: FilingForm;
  /** Code of the material that was opened; undefined while nobody has chosen one. */
  readonly opened: string | undefined;
  readonly onOpen: (code: string) => void;
}

/**
 * The form beside its materials (受理台), where there is room: the opened material stays in sight while the form is read
 * to its end. Who may return the filing notes what must be put right at the field or material
 * itself; the notes are sent together, for the law wants all defects named at once.
 */
export function Desk({ filing, form, opened, onOpen }: DeskProps) {
  const [remarks, setRemarks] = useUnsentRemarks(filing);
  const wide = useWide();
  const changes = useChangesShown(filing);
  const colleague = useHeldByAnother(filing);
  const decides = useDecides(filing);
  const mayReturn = filing.availableActions.includes('return');
  const note = (pointer: string, message: string) =>
    setRemarks([
      ...remarks.filter((remark) => remark.pointer !== pointer),
      ...(message.trim() === '' ? [] : [{ pointer, message }]),
    ]);
  const mayNote = (pointer: string) => mayBeRemarked(pointer, changes);
  const narrowed = (changes?.since ?? null) !== null;
  const noting = mayReturn ? { remarks, note, mayNote, narrowed } : undefined;
  return (
    <>
      <TakeoverNoting filing={filing} {...(noting ? { noting } : {})} />
      <div className={wide ? 'desk desk-wide' : 'desk'}>
        <ApplicationView
          filing={filing}
          form={form}
          changed={changes?.fields ?? []}
          {...(noting ? { noting } : {})}
        />
        <MaterialView
          filing={filing}
          changed={changes?.materials}
          opened={opened}
          onOpen={onOpen}
          wide={wide}
          {...(noting ? { noting } : {})}
        />
      </div>
      {colleague !== undefined && <TakeOverBar filing={filing} colleague={colleague} />}
      {decides && (
        <DecisionBar filing={filing} form={form} remarks={remarks} onReturned={() => setRemarks([])} />
      )}
    </>
  );
}
