import { faultOfDay } from '@zhaoguan/forms';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { DayPicker } from '../../shared/form/day-picker';
import { Decision } from '../../shared/ui/decision';
import { ReasonField } from '../../shared/ui/reason-field';
import { tell } from '../../shared/ui/told';
import { useCalendar } from '../../shared/ui/use-calendar';
import { useDismiss, useSettle, useUrge, type UnfiledSite } from './queries';

interface ActProps {
  readonly site: UnfiledSite;
}

/** A visit: what was found there, and that it was urged to file. */
export function Urging({ site }: ActProps) {
  const [visitedOn, setVisitedOn] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const urge = useUrge(site);
  const dayId = useId();
  const today = useCalendar().data?.today;
  const faultOfVisit =
    visitedOn === null
      ? undefined
      : (faultOfDay(visitedOn) ??
        (today !== undefined && visitedOn > today ? '现场检查日期不能晚于今天' : undefined));
  return (
    <Act
      act="现场检查并督促备案"
      primary
      consequences={[
        '给对方办理备案的时间，到期在待办中提醒复查；仍未备案的可以再次督促。',
        '未备案本身不处罚款；发现其他违法行为的，另按检查、立案的程序办理。',
      ]}
      ready={visitedOn !== null && faultOfVisit === undefined && note.trim() !== ''}
      mutation={urge}
      onConfirm={(done) =>
        carryOut(urge, { visitedOn: visitedOn ?? '', note: note.trim() }, () => {
          tell('已记录现场检查和督促备案。');
          setVisitedOn(null);
          setNote('');
          done();
        })
      }
    >
      <div style={{ marginBottom: 24 }}>
        <label htmlFor={dayId}>现场检查日期（必填）</label>
        <div>
          <DayPicker id={dayId} value={visitedOn} onChange={setVisitedOn} latest={today} />
        </div>
        {faultOfVisit !== undefined && <div role="alert">{faultOfVisit}</div>}
      </div>
      <ReasonField
        label="现场情况和督促内容"
        help="提供什么服务、大致人数、有无登记，怎样告知备案的要求和期限"
        value={note}
        onChange={setNote}
      />
    </Act>
  );
}

/** It has filed by now: under which number it is in the directory. */
export function Settling({ site }: ActProps) {
  const [number, setNumber] = useState('');
  const [note, setNote] = useState('');
  const settle = useSettle(site);
  const numberId = useId();
  const noteId = useId();
  return (
    <Act
      act="已经备案"
      consequences={['线索办结，并与名录中的机构对应。']}
      ready={number.trim() !== ''}
      mutation={settle}
      onConfirm={(done) =>
        carryOut(
          settle,
          { filingNumber: number.trim(), ...(note.trim() ? { note: note.trim() } : {}) },
          () => {
            tell('线索已办结。');
            done();
          },
        )
      }
    >
      <label htmlFor={numberId}>备案编号（必填）</label>
      <div className="muted">在机构名录中可以查到，例如 610116-YL-2026-0001</div>
      <Input id={numberId} value={number} onChange={(event) => setNumber(event.target.value)} />
      <label htmlFor={noteId}>说明</label>
      <div className="muted">该编号的机构地址、名称都与线索不同的，写明为什么是同一家，例如已经搬迁</div>
      <Input id={noteId} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
    </Act>
  );
}

/** Nothing has to be filed: not the kind of service, too small, ended. */
export function Dismissing({ site }: ActProps) {
  const [note, setNote] = useState('');
  const dismiss = useDismiss(site);
  return (
    <Act
      act="不需要备案"
      consequences={['线索办结，不再提醒。']}
      ready={note.trim() !== ''}
      mutation={dismiss}
      onConfirm={(done) =>
        carryOut(dismiss, { note: note.trim() }, () => {
          tell('线索已办结。');
          done();
        })
      }
    >
      <ReasonField
        label="为什么不需要备案"
        help="例如床位不足10张、已经停止服务、不是养老或者托育服务"
        value={note}
        onChange={setNote}
      />
    </Act>
  );
}

interface DialogProps {
  readonly act: string;
  readonly primary?: boolean;
  readonly consequences: readonly string[];
  readonly ready: boolean;
  readonly mutation: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly reset: () => void;
  };
  readonly onConfirm: (done: () => void) => void;
  readonly children: ReactNode;
}

/** The button of an act, and its second step. */
function Act({ act, primary = false, consequences, ready, mutation, onConfirm, children }: DialogProps) {
  const [asking, ask] = useState(false);
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => ask(true)}>
        {act}
      </Button>
      <Decision
        open={asking}
        act={act}
        consequences={consequences}
        ready={ready}
        busy={mutation.isPending}
        error={mutation.error}
        onConfirm={() => onConfirm(() => ask(false))}
        onCancel={() => {
          ask(false);
          mutation.reset();
        }}
      >
        {children}
      </Decision>
    </>
  );
}
