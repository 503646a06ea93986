-- AlterTable
ALTER TABLE "recipient" ADD COLUMN     "retries" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "gateway_pace" (
    "gateway" "gateway" NOT NULL,
    "per_second" INTEGER NOT NULL DEFAULT 20,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "grown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "slowed_at" TIMESTAMPTZ(3),
    "rests_until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stopped_code" INTEGER,

    CONSTRAINT "gateway_pace_pkey" PRIMARY KEY ("gateway")
);
