-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "round_kind" AS ENUM ('solo', 'room');

-- CreateEnum
CREATE TYPE "round_status" AS ENUM ('lobby', 'running', 'ended', 'quarantined');

-- CreateEnum
CREATE TYPE "seat_kind" AS ENUM ('human', 'automatic');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "is_anonymous" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_lease" (
    "round_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "head_tick" INTEGER NOT NULL,
    "head_hash" TEXT,
    "concluded_at" TIMESTAMPTZ(6),

    CONSTRAINT "round_lease_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "round_frame" (
    "round_id" TEXT NOT NULL,
    "tick" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "command_count" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "round_frame_pkey" PRIMARY KEY ("round_id","tick")
);

-- CreateTable
CREATE TABLE "round_snapshot" (
    "round_id" TEXT NOT NULL,
    "tick" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "round_snapshot_pkey" PRIMARY KEY ("round_id","tick")
);

-- CreateTable
CREATE TABLE "round_opening" (
    "round_id" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "round_opening_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" TEXT NOT NULL,
    "code" TEXT,
    "long_token" TEXT NOT NULL,
    "host_user_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" TEXT NOT NULL,
    "room_id" TEXT,
    "kind" "round_kind" NOT NULL,
    "status" "round_status" NOT NULL DEFAULT 'lobby',
    "config" JSONB NOT NULL,
    "rules_version" TEXT NOT NULL,
    "seed_commit" TEXT NOT NULL,
    "seed" TEXT,
    "ticks" INTEGER NOT NULL,
    "final_fingerprint" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_seat" (
    "round_id" TEXT NOT NULL,
    "seat_id" TEXT NOT NULL,
    "user_id" TEXT,
    "name" TEXT NOT NULL,
    "kind" "seat_kind" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "round_seat_pkey" PRIMARY KEY ("round_id","seat_id")
);

-- CreateTable
CREATE TABLE "result" (
    "round_id" TEXT NOT NULL,
    "seat_id" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "equity" TEXT NOT NULL,
    "growth" TEXT NOT NULL,
    "wiped" BOOLEAN NOT NULL,
    "liquidations" INTEGER NOT NULL DEFAULT 0,
    "fills" INTEGER NOT NULL DEFAULT 0,
    "margin_mode" TEXT,

    CONSTRAINT "result_pkey" PRIMARY KEY ("round_id","seat_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "room_code_key" ON "room"("code");

-- CreateIndex
CREATE UNIQUE INDEX "room_long_token_key" ON "room"("long_token");

-- CreateIndex
CREATE INDEX "room_host_user_id_idx" ON "room"("host_user_id");

-- CreateIndex
CREATE INDEX "round_room_id_idx" ON "round"("room_id");

-- CreateIndex
CREATE INDEX "round_status_ended_at_idx" ON "round"("status", "ended_at");

-- CreateIndex
CREATE INDEX "round_seat_user_id_idx" ON "round_seat"("user_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_host_user_id_fkey" FOREIGN KEY ("host_user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_seat" ADD CONSTRAINT "round_seat_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_seat" ADD CONSTRAINT "round_seat_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_round_id_seat_id_fkey" FOREIGN KEY ("round_id", "seat_id") REFERENCES "round_seat"("round_id", "seat_id") ON DELETE CASCADE ON UPDATE CASCADE;
