import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../../tools/lib/files';
import { ROOT } from '../../tools/lib/root';

/**
 * What WeChat wants declared in the 用户隐私保护指引 for which call (developers.weixin.qq.com, user-privacy,
 * 小程序用户隐私保护指引内容介绍). An upload whose code calls what the guide does not name fails the review.
 */
const DECLARED_AS: Readonly<Record<string, RegExp>> = {
  '收集你的昵称、头像': /open-type="chooseAvatar"|type="nickname"|\bgetUserProfile\b|wx\.getUserInfo\b/,
  收集你的位置信息: /scope\.user(?:Fuzzy)?Location|wx\.(?:getLocation|getFuzzyLocation|startLocationUpdate)/,
  收集你选择的位置信息: /wx\.choose(?:Poi|Location)\b/,
  收集你的地址: /wx\.chooseAddress\b/,
  收集你的发票信息: /wx\.chooseInvoice/,
  收集你的微信运动步数: /scope\.werun|wx\.getWeRunData\b/,
  收集你的手机号: /open-type="get(?:Realtime)?PhoneNumber"/,
  收集你的车牌号: /wx\.chooseLicensePlate\b/,
  收集你选中的照片或视频信息: /wx\.choose(?:Image|Media|Video)\b/,
  收集你选中的文件: /wx\.chooseMessageFile\b/,
  访问你的麦克风: /scope\.record\b|wx\.(?:startRecord|getRecorderManager|joinVoIPChat)\b|<live-pusher\b/,
  访问你的摄像头: /scope\.camera\b|wx\.createVKSession\b|<(?:camera|voip-room)\b/,
  访问你的蓝牙: /scope\.bluetooth\b|wx\.(?:openBluetoothAdapter|createBLEPeripheralServer)\b/,
  '使用你的相册（仅写入）权限': /scope\.writePhotosAlbum|wx\.save(?:Image|Video)ToPhotosAlbum\b/,
  '使用你的通讯录（仅写入）权限': /scope\.addPhoneContact|wx\.addPhoneContact\b/,
  '使用你的日历（仅写入）权限': /scope\.addPhoneCalendar|wx\.addPhone(?:Repeat)?Calendar\b/,
  读取你的剪切板: /wx\.[gs]etClipboardData\b/,
};

test('docs/privacy.md declares what the code of the mini program makes WeChat ask for, and nothing else', () => {
  const code = filesBelow(path.join(ROOT, 'miniprogram'))
    .filter((name) => /\.(ts|js|wxml)$/.test(name))
    .map((name) => readFileSync(path.join(ROOT, 'miniprogram', name), 'utf8'));
  const called = Object.keys(DECLARED_AS).filter((info) =>
    code.some((text) => DECLARED_AS[info]?.test(text)),
  );
  const document = readFileSync(path.join(ROOT, 'docs/privacy.md'), 'utf8');
  const [, section = ''] = document.split('## In WeChat’s privacy guide');
  const declared = [...section.matchAll(/^\| ([^|`]+?) \| ([^|]+?) \|/gm)]
    .map(([, info = '', why = '']) => ({ info, why }))
    .filter(({ info }) => info in DECLARED_AS);
  assert.deepEqual(declared.map(({ info }) => info).sort(), called.sort());
});
