import { GRADES, KIND_LABELS, THEME, type Grade } from '@zhaoguan/contracts';
import { Chart } from '../../../shared/charts/chart';
import { Figure } from './figure';
import { useGradeHistory, useGrades } from './queries';

const COLOURS: Readonly<Record<Grade, string>> = {
  A: THEME.pine,
  B: THEME.indigo,
  C: THEME.ochre,
  D: THEME.vermilion,
};

/** How many institutions have which credit grade (信用等级). */
export function Grades() {
  const title = '机构的信用等级';
  return (
    <Figure
      title={title}
      query={useGrades()}
      isEmpty={({ figure }) => figure.every(({ byGrade }) => GRADES.every((grade) => byGrade[grade] === 0))}
      empty="还没有在册的机构。"
    >
      {({ figure }) => (
        <Chart
          title={title}
          height={200}
          option={{
            grid: { left: 90, right: 40, top: 40, bottom: 24 },
            legend: { top: 0, data: GRADES.map((grade) => `${grade} 级`) },
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'value', minInterval: 1 },
            yAxis: { type: 'category', inverse: true, data: figure.map(({ kind }) => KIND_LABELS[kind]) },
            series: GRADES.map((grade) => ({
              type: 'bar',
              stack: 'all',
              name: `${grade} 级`,
              itemStyle: { color: COLOURS[grade] },
              data: figure.map(({ byGrade }) => byGrade[grade]),
            })),
          }}
          table={{
            head: ['类别', ...GRADES.map((grade) => `${grade} 级`)],
            rows: figure.map(({ kind, byGrade }) => [
              KIND_LABELS[kind],
              ...GRADES.map((grade) => byGrade[grade]),
            ]),
          }}
        />
      )}
    </Figure>
  );
}

/** The grades of the operator's own institutions over time, each change with the score that made it. */
export function GradeHistory() {
  const title = '我的机构的信用等级变化';
  return (
    <Figure
      title={title}
      query={useGradeHistory()}
      isEmpty={({ figure }) => figure.length === 0}
      empty="您的机构的信用等级还没有变化过。"
    >
      {({ figure }) => {
        const institutions = [
          ...new Map(figure.map((change) => [change.institutionId, change.institutionName])),
        ];
        return (
          <Chart
            title={title}
            option={{
              grid: { left: 40, right: 24, top: 40, bottom: 24 },
              legend: { top: 0, data: institutions.map(([, name]) => name) },
              tooltip: { trigger: 'axis' },
              xAxis: { type: 'time' },
              yAxis: { type: 'value', min: 0, max: 100 },
              series: institutions.map(([id, name]) => ({
                type: 'line',
                step: 'end',
                name,
                data: figure
                  .filter(({ institutionId }) => institutionId === id)
                  .map(({ changedOn, score }) => [changedOn, score]),
              })),
            }}
            table={{
              head: ['日期', '机构', '等级', '当时的信用分', '原因'],
              rows: figure.map(({ changedOn, institutionName, from, to, score, cause }) => [
                changedOn,
                institutionName,
                from === null ? `首次评定为 ${to} 级` : `${from} 级变为 ${to} 级`,
                score,
                cause,
              ]),
            }}
          />
        );
      }}
    </Figure>
  );
}
