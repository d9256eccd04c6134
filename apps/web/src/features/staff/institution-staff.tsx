import { kindsLedBy } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay, useUser } from '../../shared/session/use-session';
import { Panel } from '../../shared/ui/panel';
import type { Institution } from '../institutions/queries';
import { CoverageBar } from './coverage-bar';
import { useStaffCoverage } from './queries';

/** The staff of an institution in one line, for whoever may look into the register. */
export function InstitutionStaff({ institution }: { readonly institution: Institution }) {
  const mayKeep = useMay('staff.keep');
  const { departments } = useUser();
  // The register is for the department in charge of the kind: another one would be answered that there is none.
  const mayRead = useMay('staff.read') && kindsLedBy(departments).includes(institution.kind);
  return mayKeep || mayRead ? <Line institutionId={institution.id} mayKeep={mayKeep} /> : null;
}

function Line({ institutionId, mayKeep }: { readonly institutionId: string; readonly mayKeep: boolean }) {
  const { data } = useStaffCoverage(institutionId);
  if (!data) return null;
  return (
    <Panel title="从业人员">
      {data.employed === 0 ? (
        <p className="muted">
          {mayKeep
            ? '还没有登记从业人员。登记后，证件缺少和到期的会在这里提醒。'
            : '机构还没有登记从业人员。'}
        </p>
      ) : (
        <>
          <p>在职 {data.employed} 人，按岗位要求的证件：</p>
          <CoverageBar counts={data.byStanding} />
        </>
      )}
      <p>
        <Link to={`/institutions/${institutionId}/staff`}>
          {mayKeep ? '维护从业人员名录' : '查看从业人员名录'}
        </Link>
      </p>
    </Panel>
  );
}
