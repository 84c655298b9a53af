package dev.pipemark.pool;

/** A thread of a pool. It never waits when it adds tasks, because it may be the thread that makes room. */
class PoolThread extends Thread {
    PoolThread(String name) {
        super(name);
        setDaemon(true);
    }

    PoolThread(String name, Runnable work) {
        super(work, name);
        setDaemon(true);
    }
}
