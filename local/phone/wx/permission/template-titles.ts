/** What a person reads for the id of a subscription template. */
import type { Host } from '../../runtime/host';
import { ApiFailure, isRecord } from '../api';
import { callGateway } from '../net/gateway';

/** WeChat shows a template's title; a cloud that does not know it leaves a line that says which one it is. */
export async function templateTitles(host: Host, ids: readonly string[]): Promise<(id: string) => string> {
  const titles = await askCloud(host, ids);
  const plain = (id: string): string =>
    ids.length > 1 ? `订阅消息 ${ids.indexOf(id) + 1}（模板 ${id}）` : `订阅消息（模板 ${id}）`;
  return (id) => titles.get(id) ?? plain(id);
}

async function askCloud(host: Host, ids: readonly string[]): Promise<Map<string, string>> {
  if (host.boot.cloud === '' || ids.length === 0) return new Map();
  try {
    const { titles } = await callGateway(host, {
      path: '/client/templates',
      body: JSON.stringify({ ids }),
      contentType: 'application/json',
    });
    const known = isRecord(titles) ? Object.entries(titles) : [];
    return new Map(known.map(([id, title]) => [id, String(title)]));
  } catch (error) {
    // Another stand-in may not know this route: the dialog is still the person's to answer.
    if (error instanceof ApiFailure) return new Map();
    throw error;
  }
}
