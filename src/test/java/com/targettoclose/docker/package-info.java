/** What ships to run it in containers: read as files, and the proxy as it runs. No container engine is needed. */
package com.targettoclose.docker;
