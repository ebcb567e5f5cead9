/** Loaded into the program before its own code: when the process that started it is gone, it stops as on SIGTERM. */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
