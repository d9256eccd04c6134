import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { OUTCOME_LABELS, type Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageQuery } from '@zhaoguan/platform';
import { RESULT_STATUS_LABELS } from '../domain/result.process';
import { TASK_STATUS_LABELS } from '../domain/task.process';
import type { OwnInspection } from '../store/own-inspection.store';
import { OwnInspections, type OwnFinding } from '../use-cases/own-inspections.query';
import { OwnInspectionDto, OwnInspectionPageDto } from './own-inspections.dto';

@ApiController('own-inspections', '检查任务')
export class OwnInspectionsController {
  constructor(private readonly inspections: OwnInspections) {}

  @Get()
  @Allow('task.own')
  @ApiOperation({ summary: '本机构的检查，自检查开始时可见，新的在前' })
  @ApiOkResponse({ type: OwnInspectionPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() query: PageQuery) {
    const { items, nextCursor } = await this.inspections.list(caller, query);
    return { items: items.map(toLine), nextCursor };
  }

  @Get(':id')
  @Allow('task.own')
  @ApiOperation({ summary: '本机构的一次检查：检查情况、应当改正的内容、结果和公布日期' })
  @ApiOkResponse({ type: OwnInspectionDto })
  async get(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    const { team, items, findings, ...line } = await this.inspections.get(caller, id);
    return {
      ...toLine(line),
      team: team.map(({ name, certificateNumber, department }) => ({ name, certificateNumber, department })),
      items,
      findings: findings.map(toFinding),
    };
  }
}

function toLine({ result, ...inspection }: OwnInspection) {
  return {
    ...inspection,
    statusLabel: TASK_STATUS_LABELS[inspection.status],
    result: result && { ...result, statusLabel: RESULT_STATUS_LABELS[result.status] },
  };
}

/** Evidence stays with the authority. */
function toFinding(finding: OwnFinding) {
  const { id, itemCode, itemTitle, check, legalBasis, severity, severityLabel, outcome, note } = finding;
  const outcomeLabel = OUTCOME_LABELS[outcome];
  return { id, itemCode, itemTitle, check, legalBasis, severity, severityLabel, outcome, outcomeLabel, note };
}
