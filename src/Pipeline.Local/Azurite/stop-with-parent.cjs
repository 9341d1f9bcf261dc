// Loaded before Azurite. The pipe on standard input closes when the process that started it ends, however it ends
// (SIGKILL and Windows included); Azurite then saves its tables, which it otherwise writes only every few seconds.
process.stdin.resume();
process.stdin.on('close', () => process.emit('message', 'shutdown'));

// Nobody may be left to read these.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Ctrl-C reaches every process of the terminal at once; the parent still needs the store to finish what it began.
process.on('SIGINT', () => {});
process.on('newListener', (name, listener) => {
  if (name === 'SIGINT') setImmediate(() => process.removeListener('SIGINT', listener));
});
