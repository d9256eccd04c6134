export { ExchangeModule } from './exchange.module';
export { requireScope, type Partner } from './domain/partner';
export { CurrentPartner, type PartnerRequest } from './http/partner.guard';
export { signedFile } from './http/signed-upload';
export { PartnerCases, type ApplicantIdentity } from './use-cases/partner-cases';
