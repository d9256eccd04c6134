import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { DrawError, type Announcement } from '@zhaoguan/draw';
import { OnJob, UnitOfWork, type JobRun, type Tx } from '@zhaoguan/platform';
import { runDraw, type DrawJob, type DrawnPieces } from '../draw-runner/draw.runner';
import type { Draw, DrawFailure } from '../domain/draw';
import { drawProcess } from '../domain/draw.process';
import { DrawInputStore } from '../store/draw-input.store';
import { DrawResultStore } from '../store/draw-result.store';
import { DrawStore } from '../store/draw.store';
import { DrawSecrets } from '../use-cases/draw-secrets';
import { drawSubject } from '../use-cases/draw-subject';
import { History } from '../use-cases/history';

type Outcome = { readonly result: DrawnPieces } | { readonly failure: DrawFailure };

/** Computes a draw whose beacon is confirmed, in a thread of its own, and seals the result. */
@Injectable()
export class ComputeDrawJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly inputs: DrawInputStore,
    private readonly results: DrawResultStore,
    private readonly secrets: DrawSecrets,
    private readonly history: History,
  ) {}

  @OnJob('inspections.compute-draw')
  async computeDraw(run: JobRun<'inspections.compute-draw'>): Promise<void> {
    const { drawId } = run.payload;
    const job = await this.load(run.traceId, drawId);
    const outcome = job && (await compute(job));
    await run.complete(async (tx) => {
      const draw = await this.draws.getForUpdate(tx, drawId);
      // Voided meanwhile: then nothing is drawn.
      if (!outcome || draw.status !== 'BEACON_CONFIRMED') return;
      if ('failure' in outcome) await this.fail(tx, draw, outcome.failure);
      else await this.seal(tx, draw, outcome.result);
    });
  }

  /** Undefined when there is nothing to compute any more. */
  private load(traceId: string, drawId: string): Promise<DrawJob | undefined> {
    return this.work.read(systemCaller(traceId), async (manager) => {
      const draw = await this.draws.get(manager, drawId);
      if (draw.status !== 'BEACON_CONFIRMED' || draw.beaconValue === null) return undefined;
      const { lines } = await this.inputs.loadTargets(manager, drawId);
      return {
        announcement: JSON.parse(draw.announcement) as Announcement,
        targets: lines,
        inspectors: await this.inputs.loadInspectors(manager, drawId),
        conflicts: await this.inputs.loadConflicts(manager, drawId),
        nonceHex: this.secrets.nonceOf(draw),
        beaconValue: draw.beaconValue,
      };
    });
  }

  private async seal(tx: Tx, draw: Draw, result: DrawnPieces): Promise<void> {
    const { id, districts } = draw;
    const act = drawProcess.apply(draw.status, 'complete', drawSubject(draw, tx.at), {
      actorId: tx.caller.id,
    });
    const { resultDigest, seed, selected } = result;
    await this.results.save(tx, id, result);
    await this.draws.update(tx, id, {
      status: act.to,
      resultDigest,
      seedSealed: this.secrets.sealSeed(id, seed),
      drawnAt: tx.at,
    });
    const detail = { resultDigest, selected: selected.reduce((sum, { count }) => sum + count, 0) };
    await this.history.record(tx, { type: 'draw', id, districts }, act, 'draw.drawn', detail);
    await tx.emit(act.emits, { drawId: id, resultDigest });
  }

  /** A draw that came to nothing has its seed like any other: it is laid open when it is discarded. */
  private async fail(tx: Tx, draw: Draw, failure: DrawFailure): Promise<void> {
    const { id, districts } = draw;
    const act = drawProcess.apply(draw.status, 'fail', drawSubject(draw, tx.at), { actorId: tx.caller.id });
    const seedSealed = this.secrets.sealSeed(id, this.secrets.seedOf(draw));
    await this.draws.update(tx, id, { status: act.to, failure, seedSealed });
    await this.history.record(tx, { type: 'draw', id, districts }, act, 'draw.infeasible', {
      department: failure.department,
    });
    await tx.emit(act.emits, { drawId: id, ...failure });
  }
}

/** @throws DrawError for anything but a lack of inspectors: frozen inputs that no longer match their announcement */
async function compute(job: DrawJob): Promise<Outcome> {
  try {
    return { result: await runDraw(job) };
  } catch (error) {
    if (!(error instanceof DrawError) || error.code !== 'INFEASIBLE') throw error;
    const [target = '', department = ''] = error.detail;
    return { failure: { target, department } };
  }
}
