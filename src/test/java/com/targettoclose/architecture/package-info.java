/** The rules of the architecture, and classes that break them. */
package com.targettoclose.architecture;
