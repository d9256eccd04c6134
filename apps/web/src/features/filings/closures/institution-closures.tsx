import type { Kind } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay } from '../../../shared/session/use-session';
import { dayInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { closureWords, HELD, termOfOffice } from './closure-words';
import { recordInWords } from './closure-record';
import { useClosuresOf } from './queries';

interface InstitutionClosuresProps {
  readonly institution: {
    readonly id: string;
    readonly kind: Kind;
    readonly pendingStep: { readonly filingId: string | null; readonly held: boolean } | null;
  };
}

/** What became of the people and the fees once the institution had ended, the last record with its words. */
export function InstitutionClosures({ institution: { id, kind, pendingStep } }: InstitutionClosuresProps) {
  const { data } = useClosuresOf(id);
  const isOperator = useMay('filing.file');
  if (data === undefined || data.length === 0) return null;
  return (
    <Panel title="终止后续核实">
      <Facts
        facts={data.map((closure) => {
          const { filingId, endsOn, status, dueOn, records } = closure;
          const last = records.at(-1);
          const held = pendingStep?.held === true && pendingStep.filingId === filingId;
          const calledOff = status === 'CALLED_OFF';
          // Too long for a mark in a narrow column.
          const sentence = held
            ? HELD
            : calledOff
              ? closureWords(closure, kind, isOperator, dayInWords)
              : null;
          return {
            name: `${calledOff ? '原定' : ''}${dayInWords(endsOn)}终止服务`,
            value: (
              <div key={filingId}>
                {sentence ?? <Status process="closure-follow-up" status={status} />}
                {dueOn !== null && !held && !isOperator && <div>最迟 {dayInWords(dueOn)}核实</div>}
                {last && <div>{recordInWords(last)}</div>}
                {dueOn !== null && !held && isOperator && (
                  <>
                    <div>{closureWords(closure, kind, isOperator, dayInWords)}</div>
                    <div className="muted">{termOfOffice(closure, dayInWords)}</div>
                  </>
                )}
                <div>
                  <Link to={`/filings/${filingId}`}>查看办理情况</Link>
                </div>
              </div>
            ),
          };
        })}
      />
    </Panel>
  );
}
