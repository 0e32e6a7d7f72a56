/** 样例: beside everything that is made up for a demonstration. Properties: sample (false draws nothing). */
Component({
  // No node of its own: where it draws nothing, it leaves no gap either.
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: { sample: { type: Boolean, value: true } },
});
