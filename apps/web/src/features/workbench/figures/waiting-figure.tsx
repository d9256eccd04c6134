import { THEME, URGENCIES, URGENCY_LABELS, type Urgency } from '@zhaoguan/contracts';
import { Chart } from '../../../shared/charts/chart';
import { Figure } from './figure';
import { horizontalBars } from './horizontal-bars';
import { useWaitingFigure } from './queries';

const COLOURS: Readonly<Record<Urgency, string>> = {
  OVERDUE: THEME.vermilion,
  TODAY: THEME.ochre,
  SOON: THEME.ochre,
  LATER: THEME.pine,
  NONE: THEME.inkSecondary,
};

/** What waits for the person, by how near its last day is. */
export function WaitingByTerm() {
  const title = '我的待办，按期限';
  return (
    <Figure
      title={title}
      query={useWaitingFigure()}
      isEmpty={({ figure }) => figure.total === 0}
      empty="现在没有等您办理的事项。"
    >
      {({ figure: { byUrgency } }) => (
        <Chart
          title={title}
          option={horizontalBars(
            URGENCIES.map((key) => ({
              name: URGENCY_LABELS[key],
              value: byUrgency[key],
              colour: COLOURS[key],
            })),
            'medium',
          )}
          table={{
            head: ['期限', '件数'],
            rows: URGENCIES.map((key) => [URGENCY_LABELS[key], byUrgency[key]]),
          }}
        />
      )}
    </Figure>
  );
}
