import type { RouteCard } from '../../../contract/route';
import type { Route } from '../../../contract/words';

export interface RouteLine {
  code: Route;
  title: string;
  alias: string;
  aim: string;
  stops: string[];
  link: string;
}

export function routeLine({ code, name, alias, aim, stops }: RouteCard): RouteLine {
  return {
    code,
    title: name,
    alias: alias === null ? '' : `也叫${alias}`,
    aim: aim ?? '',
    stops,
    link: `/packages/school/route/route?code=${code}`,
  };
}
