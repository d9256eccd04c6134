import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { refuse } from '@zhaoguan/contracts';
import { LOGGER, Public } from '@zhaoguan/platform';
import { PublicReference } from '@zhaoguan/publication';
import type { Logger } from 'pino';

/** Health of a process that serves the public pages alone. */
@ApiExcludeController()
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly reference: PublicReference,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('healthz')
  health(): { status: 'up' } {
    return { status: 'up' };
  }

  /** The published database answers and holds its reference data. */
  @Get('readyz')
  async ready(): Promise<{ status: 'ready' }> {
    const districts = await this.reference.ping().catch((error: unknown) => {
      this.logger.warn({ err: error }, 'the published database does not answer');
      return 0;
    });
    if (districts === 0) throw refuse('SERVICE_UNAVAILABLE');
    return { status: 'ready' };
  }
}
