import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@zhaoguan/platform';
import { STYLE_SHEET } from '../styles/style-sheet';

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

@ApiExcludeController()
@Controller()
@Public()
export class AssetsController {
  @Get(STYLE_SHEET.path)
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', FOR_EVER)
  styleSheet(): string {
    return STYLE_SHEET.text;
  }

  /** Everything may be found, but programs should use the lists, not the interface's inside. */
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', A_DAY)
  robots(): string {
    return 'User-agent: *\nDisallow: /api/\n';
  }
}
