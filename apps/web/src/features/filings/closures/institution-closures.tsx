import { Link } from 'react-router';
import { dayInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { recordInWords, useClosuresOf } from './queries';

/** What became of the people and the fees once the institution had ended, the last record with its words. */
export function InstitutionClosures({ institutionId }: { readonly institutionId: string }) {
  const { data } = useClosuresOf(institutionId);
  if (data === undefined || data.length === 0) return null;
  return (
    <Panel title="终止后续核实">
      <Facts
        facts={data.map(({ filingId, endsOn, status, dueOn, records }) => {
          const last = records.at(-1);
          return {
            name: `${dayInWords(endsOn)}终止服务`,
            value: (
              <div key={filingId}>
                <Status process="closure-follow-up" status={status} />
                {dueOn !== null && <div>最迟 {dayInWords(dueOn)}核实</div>}
                {last && <div>{recordInWords(last)}</div>}
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
