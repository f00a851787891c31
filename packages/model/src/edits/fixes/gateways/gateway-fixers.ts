import type { FixerTable } from '../quick-fix.ts';
import { fixDroppedServer } from './fix-dropped-server.ts';
import { fixGatewayPort } from './fix-gateway-port.ts';
import { fixHttpsRedirect } from './fix-https-redirect.ts';
import { fixIdleGateway, fixIdleServer } from './fix-idle-gateway.ts';
import { fixRepeatedHost } from './fix-repeated-host.ts';
import { fixRouteProtocol } from './fix-route-protocol.ts';

/** Gateways and their servers. */
export const GATEWAY_FIXERS: FixerTable = {
  IST0145: fixRepeatedHost,
  IST0162: fixGatewayPort,
  KIA0301: fixRepeatedHost,
  PTL205: fixIdleGateway,
  PTL206: fixIdleServer,
  PTL230: fixRouteProtocol,
  PTL240: fixHttpsRedirect,
  PTL241: fixHttpsRedirect,
  PTL260: fixDroppedServer,
  PTL261: fixRepeatedHost,
};
