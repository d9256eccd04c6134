import { useMay, useUser } from '../../../shared/session/use-session';
import { Page } from '../../../shared/ui/page';
import { DistrictTiles } from './district-tiles';
import { DaysToDecision, FilingsByWeek } from './filing-figures';
import { Grades, GradeHistory } from './grade-figures';
import { Findings, PlanProgress, Results } from './inspection-figures';
import { WaitingByTerm } from './waiting-figure';
import './figures.css';

/** 统计: pictures of what the person is responsible for; which ones follows from what they may read. */
export default function FiguresPage() {
  const isOfficial = useUser().districts.length > 0;
  const mayReadFilings = useMay('filing.read');
  const mayReadInstitutions = useMay('institution.read');
  const mayReadPlans = useMay('plan.read');
  const mayReadResults = useMay('result.read');
  const mayReadCredit = useMay('credit.read');
  return (
    <Page title="统计" facts="点图右上角的“看表格”，可以看到同样的数字。每分钟至多统计一次。">
      <div className="figures">
        <WaitingByTerm />
        {mayReadFilings && <FilingsByWeek />}
        {mayReadFilings && isOfficial && <DaysToDecision />}
        {mayReadInstitutions && <Grades />}
        {mayReadCredit && !isOfficial && <GradeHistory />}
        {mayReadPlans && <PlanProgress />}
        {mayReadResults && isOfficial && <Results />}
        {mayReadResults && isOfficial && <Findings />}
        {mayReadInstitutions && isOfficial && <DistrictTiles />}
      </div>
    </Page>
  );
}
