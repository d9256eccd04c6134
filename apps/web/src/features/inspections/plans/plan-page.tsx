import { KIND_LABELS } from '@zhaoguan/contracts';
import { useParams } from 'react-router';
import { useMay } from '../../../shared/session/use-session';
import { instantInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { usePlaceNames } from '../../../shared/ui/places';
import { LinkButton } from '../../../shared/ui/link-button';
import { DrawTable } from '../draws/draw-table';
import { useDraws } from '../draws/queries';
import { StrataTable } from '../draws/strata-table';
import { ItemLine } from '../items/item-text';
import { demandsInWords } from '../words';
import { AnnounceButton } from './announce';
import { Count } from './count-panel';
import { usePlan, usePlanPreview, type Plan } from './queries';
import './plans.css';

export default function PlanPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={usePlan(id)} what="抽查计划">
      {(plan) => <PlanView plan={plan} />}
    </Loaded>
  );
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const places = usePlaceNames(plan.districts);
  const preview = usePlanPreview(plan.id);
  const draws = useDraws({ planId: plan.id });
  const mayMake = useMay('plan.manage');
  const mayAnnounce = plan.availableActions.includes('announceDraw');
  return (
    <Page
      title={plan.title}
      facts={`${KIND_LABELS[plan.kind]} · ${plan.year} 年 · ${places}`}
      actions={
        <>
          {mayMake && <LinkButton to={`/plans/new?copy=${plan.id}`}>照抄成新计划</LinkButton>}
          {mayAnnounce && <AnnounceButton plan={plan} preview={preview.data} />}
        </>
      }
    >
      <Panel title="抽取">
        {mayAnnounce && draws.items?.length === 0 ? (
          <p>
            还没有抽取。选定公开随机数（如双色球开奖号码）、发布公告以后，名单和摘要公开，等公开随机数产生再抽取。
          </p>
        ) : (
          <DrawTable list={draws} empty="还没有抽取。" />
        )}
      </Panel>
      <Panel title="按现有名录预计抽取家数">
        <Loaded query={preview} what="抽取的家数">
          {(counted) => (
            <>
              <Count preview={counted} plan={plan} />
              <StrataTable strata={counted.strata} />
            </>
          )}
        </Loaded>
      </Panel>
      <Panel title="计划内容">
        <Facts
          facts={[
            { name: '每家机构派出', value: demandsInWords(plan.demands) },
            { name: '每名检查人员最多', value: `${plan.maxLoad} 家` },
            { name: '完成期限', value: `抽取后 ${plan.taskWorkingDays} 个工作日` },
            { name: '制定时间', value: instantInWords(plan.createdAt) },
          ]}
        />
        <details>
          <summary>抽查事项 {plan.items.length} 项</summary>
          <ul className="item-list">
            {plan.items.map((item) => (
              <li key={item.id}>
                <ItemLine {...item} />
              </li>
            ))}
          </ul>
        </details>
      </Panel>
    </Page>
  );
}
