import { caseWords, NO_LAW, termInWords, type TermRow } from '@zhaoguan/contracts';
import type { ServiceGuide } from '@zhaoguan/filings';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Section } from '../components/facts';
import { atThatTime } from '../guides/at-that-time';
import { cite } from './service-guide-form';
import { GUIDE_SECTIONS } from './guide-sections';

interface PartProps {
  readonly guide: ServiceGuide;
}

/** What is entered without a law stands as what it is. */
function basisOf({ basis }: TermRow, authority: string): string {
  return basis.law === NO_LAW ? `法律没有规定，由${authority}设定` : cite(basis);
}

/** A term of nothing says in its note what holds instead; what a guide counts are submissions. */
function valueOf(term: TermRow): string {
  if (term.unit === 'COUNT') return `${term.value} 次`;
  return term.value === 0 ? (term.note ?? '没有规定天数') : termInWords(term);
}

export function TermSection({ guide: { terms, regime, item } }: PartProps): VNode {
  const { authority } = caseWords({ regime, type: item.filingType });
  return (
    <Section id="terms" title={GUIDE_SECTIONS.terms}>
      <DataTable
        caption="期限"
        keyOf={({ code }) => code}
        rows={terms}
        columns={[
          { name: '事项', cell: ({ name }) => name },
          {
            name: '期限',
            cell: (term) => (
              <>
                {valueOf(term)}
                {term.note !== null && term.value !== 0 && <span class="under">{term.note}</span>}
              </>
            ),
          },
          { name: '依据', cell: (term) => basisOf(term, authority) },
        ]}
      />
    </Section>
  );
}

export function MistakeSection({ guide: { mistakes } }: PartProps): VNode | null {
  if (mistakes.length === 0) return null;
  return (
    <Section id="mistakes" title={GUIDE_SECTIONS.mistakes}>
      <p>
        提交前系统会检查。
        {mistakes.some(({ severity }) => severity === 'WARNING')
          ? '以“提醒”开头的只作提醒，不影响提交；其余的改正以后才能提交。'
          : '有下列错误的，改正以后才能提交。'}
      </p>
      <ul class="text">
        {mistakes.map(({ code, message, when, severity, basis }) => (
          <li key={`${code}${message}`}>
            {severity === 'WARNING' && <strong>提醒：</strong>}
            {message}
            {when !== null && `（${atThatTime(when)}）`}
            {basis !== null && <span class="under">{cite(basis)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function RemedySection({ guide: { remedies, place, regime, item } }: PartProps): VNode {
  const phone = place?.authority.contact?.phone;
  return (
    <Section id="remedies" title={GUIDE_SECTIONS.remedies}>
      <ul class="text">
        <li>
          先联系受理机关{phone === undefined ? '' : `（${phone}）`}
          ，请经办人说明理由；退回补正和{caseWords({ regime, type: item.filingType }).refuse}都写明理由。
        </li>
        {remedies.map((term) => (
          <li key={term.code}>
            对处理结果不服的，可以自知道之日起 {termInWords(term)}内{term.name}（{cite(term.basis)}）。
          </li>
        ))}
        <li>
          每一步办完以后（包括现场核查）可以在办理页面评价；不满意的由其他工作人员回访核实，把办理情况告诉您。评价不影响办理。也可以拨打{' '}
          <a href="tel:12345">12345</a> 政务服务便民热线。
        </li>
      </ul>
    </Section>
  );
}

export function LawSection({ guide: { laws } }: PartProps): VNode {
  return (
    <Section id="laws" title={GUIDE_SECTIONS.laws}>
      <ul class="text">
        {laws.map(({ law, articles }) => (
          <li key={law}>
            {law}
            {articles.join('、')}
          </li>
        ))}
      </ul>
    </Section>
  );
}
