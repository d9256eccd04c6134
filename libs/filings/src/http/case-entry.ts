import { validationPipe } from '@zhaoguan/platform';
import { ExchangeFilingInputDto } from './exchange-filings.dto';

const PIPE = validationPipe();

/** What a partner hands in by a file, checked as the request by HTTP is. @throws VALIDATION_FAILED naming each field */
export async function checkedEntry(document: unknown): Promise<ExchangeFilingInputDto> {
  const checked: unknown = await PIPE.transform(document, {
    type: 'body',
    metatype: ExchangeFilingInputDto,
  });
  return checked as ExchangeFilingInputDto;
}
